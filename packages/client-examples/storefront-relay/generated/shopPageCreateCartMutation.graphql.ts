/**
 * @generated SignedSource<<910939b347e80d6bc0ca2c257db5422c>>
 * @relayHash 6afe106b2e38f13dc1f5cd30a664f439
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID df51c252dafe341ecc175d89a8a3ee6e45aef80aa34c6fa2936b86f6e9cdfc06

import type { ConcreteRequest } from 'relay-runtime';
export type ErrorCode = "ACCOUNT_CLOSED" | "ACCOUNT_SUSPENDED" | "ADDRESS_INVALID" | "ADDRESS_LIMIT_REACHED" | "ADDRESS_NOT_FOUND" | "CART_ALREADY_ORDERED" | "CART_EMPTY" | "CART_LIMIT_EXCEEDED" | "CART_LINE_NOT_FOUND" | "CART_NOT_FOUND" | "CONSENT_MISSING" | "EMAIL_NOT_VERIFIED" | "EMAIL_TAKEN" | "IDEMPOTENCY_KEY_REUSED" | "INVALID_CODE" | "INVALID_CREDENTIALS" | "INVALID_INPUT" | "NOTIFICATION_REQUIRED" | "NOT_SUPPORTED" | "ORDER_NOT_CANCELLABLE" | "ORDER_NOT_FOUND" | "PASSWORD_TOO_COMMON" | "PASSWORD_TOO_LONG" | "PASSWORD_TOO_SHORT" | "PAYMENT_NOT_FOUND" | "PAYMENT_NOT_REFUNDABLE" | "PRICE_CHANGED" | "PRODUCT_NOT_FOUND" | "PRODUCT_STATUS_REFUSED" | "REFUND_EXCEEDS_CAPTURED" | "REFUND_IN_PROGRESS" | "SECOND_FACTOR_ON" | "SECOND_FACTOR_REQUIRED" | "SECOND_FACTOR_WRONG" | "SESSION_NOT_FOUND" | "SESSION_OVER" | "TICKET_NOT_FOUND" | "TICKET_STATUS_REFUSED" | "USER_NOT_FOUND" | "VARIANT_UNAVAILABLE" | "VERSION_CONFLICT" | "%future added value";
export type CreateCartInput = {
  currency: string;
};
export type shopPageCreateCartMutation$variables = {
  input: CreateCartInput;
};
export type shopPageCreateCartMutation$data = {
  readonly createCart: {
    readonly cart: {
      readonly id: string;
    } | null | undefined;
    readonly guestToken: string | null | undefined;
    readonly userErrors: ReadonlyArray<{
      readonly code: ErrorCode;
      readonly message: string;
    }>;
  };
};
export type shopPageCreateCartMutation = {
  response: shopPageCreateCartMutation$data;
  variables: shopPageCreateCartMutation$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "input"
  }
],
v1 = [
  {
    "kind": "Variable",
    "name": "input",
    "variableName": "input"
  }
],
v2 = {
  "alias": null,
  "args": null,
  "concreteType": "Cart",
  "kind": "LinkedField",
  "name": "cart",
  "plural": false,
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "id",
      "storageKey": null
    }
  ],
  "storageKey": null
},
v3 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "guestToken",
  "storageKey": null
},
v4 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "code",
  "storageKey": null
},
v5 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "message",
  "storageKey": null
};
return {
  "fragment": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "shopPageCreateCartMutation",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "concreteType": "CreateCartPayload",
        "kind": "LinkedField",
        "name": "createCart",
        "plural": false,
        "selections": [
          (v2/*:: as any*/),
          (v3/*:: as any*/),
          {
            "alias": null,
            "args": null,
            "concreteType": null,
            "kind": "LinkedField",
            "name": "userErrors",
            "plural": true,
            "selections": [
              (v4/*:: as any*/),
              (v5/*:: as any*/)
            ],
            "storageKey": null
          }
        ],
        "storageKey": null
      }
    ],
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "shopPageCreateCartMutation",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "concreteType": "CreateCartPayload",
        "kind": "LinkedField",
        "name": "createCart",
        "plural": false,
        "selections": [
          (v2/*:: as any*/),
          (v3/*:: as any*/),
          {
            "alias": null,
            "args": null,
            "concreteType": null,
            "kind": "LinkedField",
            "name": "userErrors",
            "plural": true,
            "selections": [
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "__typename",
                "storageKey": null
              },
              (v4/*:: as any*/),
              (v5/*:: as any*/)
            ],
            "storageKey": null
          }
        ],
        "storageKey": null
      }
    ]
  },
  "params": {
    "id": "df51c252dafe341ecc175d89a8a3ee6e45aef80aa34c6fa2936b86f6e9cdfc06",
    "metadata": {},
    "name": "shopPageCreateCartMutation",
    "operationKind": "mutation",
    "text": null
  }
};
})();

(node as any).hash = "35774d180360b7614b94cb527220a8a5";

export default node;

/**
 * @generated SignedSource<<781304a024806ac49c81547b6c402c09>>
 * @relayHash 638068fb840b2214c4647373811a44ed
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID e8f763c7b380558e634021e8d15aa82e678e58a1dfce594e1df5aaeb6bad35eb

import type { ConcreteRequest } from 'relay-runtime';
export type ErrorCode = "ACCOUNT_CLOSED" | "ACCOUNT_SUSPENDED" | "ADDRESS_INVALID" | "ADDRESS_LIMIT_REACHED" | "ADDRESS_NOT_FOUND" | "CART_ALREADY_ORDERED" | "CART_EMPTY" | "CART_LIMIT_EXCEEDED" | "CART_LINE_NOT_FOUND" | "CART_NOT_FOUND" | "CONSENT_MISSING" | "EMAIL_NOT_VERIFIED" | "EMAIL_TAKEN" | "IDEMPOTENCY_KEY_REUSED" | "INVALID_CODE" | "INVALID_CREDENTIALS" | "INVALID_INPUT" | "NOTIFICATION_REQUIRED" | "NOT_SUPPORTED" | "ORDER_NOT_CANCELLABLE" | "ORDER_NOT_FOUND" | "PASSWORD_TOO_COMMON" | "PASSWORD_TOO_LONG" | "PASSWORD_TOO_SHORT" | "PAYMENT_NOT_FOUND" | "PAYMENT_NOT_REFUNDABLE" | "PRICE_CHANGED" | "PRODUCT_NOT_FOUND" | "PRODUCT_STATUS_REFUSED" | "REFUND_EXCEEDS_CAPTURED" | "REFUND_IN_PROGRESS" | "SECOND_FACTOR_ON" | "SECOND_FACTOR_REQUIRED" | "SECOND_FACTOR_WRONG" | "SESSION_NOT_FOUND" | "SESSION_OVER" | "TICKET_NOT_FOUND" | "TICKET_STATUS_REFUSED" | "USER_NOT_FOUND" | "VARIANT_UNAVAILABLE" | "VERSION_CONFLICT" | "%future added value";
export type AddCartLineInput = {
  cartId: string;
  expectedVersion?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
  quantity: number;
  variantId: string;
};
export type shopPageAddCartLineMutation$variables = {
  input: AddCartLineInput;
};
export type shopPageAddCartLineMutation$data = {
  readonly addCartLine: {
    readonly cart: {
      readonly id: string;
      readonly lines: ReadonlyArray<{
        readonly id: string;
        readonly quantity: number;
        readonly title: string | null | undefined;
      }>;
      readonly total: {
        readonly amount: string;
        readonly currency: string;
      };
    } | null | undefined;
    readonly userErrors: ReadonlyArray<{
      readonly code: ErrorCode;
      readonly message: string;
    }>;
  };
};
export type shopPageAddCartLineMutation = {
  response: shopPageAddCartLineMutation$data;
  variables: shopPageAddCartLineMutation$variables;
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
  "kind": "ScalarField",
  "name": "id",
  "storageKey": null
},
v3 = {
  "alias": null,
  "args": null,
  "concreteType": "Cart",
  "kind": "LinkedField",
  "name": "cart",
  "plural": false,
  "selections": [
    (v2/*:: as any*/),
    {
      "alias": null,
      "args": null,
      "concreteType": "Money",
      "kind": "LinkedField",
      "name": "total",
      "plural": false,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "amount",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "currency",
          "storageKey": null
        }
      ],
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "CartLine",
      "kind": "LinkedField",
      "name": "lines",
      "plural": true,
      "selections": [
        (v2/*:: as any*/),
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "title",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "quantity",
          "storageKey": null
        }
      ],
      "storageKey": null
    }
  ],
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
    "name": "shopPageAddCartLineMutation",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "concreteType": "AddCartLinePayload",
        "kind": "LinkedField",
        "name": "addCartLine",
        "plural": false,
        "selections": [
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
    "name": "shopPageAddCartLineMutation",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "concreteType": "AddCartLinePayload",
        "kind": "LinkedField",
        "name": "addCartLine",
        "plural": false,
        "selections": [
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
    "id": "e8f763c7b380558e634021e8d15aa82e678e58a1dfce594e1df5aaeb6bad35eb",
    "metadata": {},
    "name": "shopPageAddCartLineMutation",
    "operationKind": "mutation",
    "text": null
  }
};
})();

(node as any).hash = "5d7541356b82ad7a67216c65b443d6db";

export default node;

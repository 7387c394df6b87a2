import { createCartStore } from './persistence/cart-store.ts';
import { guestAccess } from './persistence/guest-access.ts';
import { createOrderStore } from './persistence/order-store.ts';
import { personalTraces } from './persistence/personal-traces.ts';
import { createVariantStore } from './persistence/variant-store.ts';
import { addCartLine } from './use-cases/add-cart-line.ts';
import { advanceOrder } from './use-cases/advance-order.ts';
import { cancelOrder } from './use-cases/cancel-order.ts';
import { changeCartLine } from './use-cases/change-cart-line.ts';
import { createCart } from './use-cases/create-cart.ts';
import { erasePerson } from './use-cases/erase-person.ts';
import { placeOrder } from './use-cases/place-order.ts';
import { projectProduct } from './use-cases/project-product.ts';
import { rejectOverdueOrders } from './use-cases/reject-overdue-orders.ts';
import { removeCartLine } from './use-cases/remove-cart-line.ts';
import { revokeGuestAccess } from './use-cases/revoke-guest-access.ts';

/** Every use case of the subgraph, on its PostgreSQL stores. */
export const useCasesOf = ({ pendingForSeconds }: { pendingForSeconds: number }) => {
  const [carts, orders, variants] = [createCartStore(), createOrderStore(), createVariantStore()];
  return {
    createCart: createCart({ carts }),
    addCartLine: addCartLine({ carts, orders }),
    changeCartLine: changeCartLine({ carts, orders }),
    removeCartLine: removeCartLine({ carts, orders }),
    placeOrder: placeOrder({ carts, orders, pendingForSeconds }),
    cancelOrder: cancelOrder({ orders }),
    revokeGuestAccess: revokeGuestAccess({ guestAccess }),
    advanceOrder: advanceOrder({ orders }),
    rejectOverdueOrders: rejectOverdueOrders({ orders }),
    projectProduct: projectProduct({ variants }),
    erasePerson: erasePerson({ traces: personalTraces }),
  };
};

export { describeBoard } from './describe-board.js';
export { describeLegalOrders } from './describe-legal-orders.js';
export { describeMap } from './describe-map.js';
export { describeOrderableUnits } from './describe-orderable-units.js';
export { expandLegalOrders } from './expand-legal-orders.js';

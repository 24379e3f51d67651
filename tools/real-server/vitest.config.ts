import { packageTests } from '../../vitest.base.js';

export default packageTests('real-server');

import { packageTests } from '../../vitest.base.js';

export default packageTests('simulated-provider-cli');

import { tortureTests } from '../../vitest.base.js';

export default tortureTests('relationship-sim');

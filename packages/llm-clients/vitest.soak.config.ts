import { soakTests } from '../../vitest.base.js';

export default soakTests('llm-clients');

/** The package's version, as run headers keep it. */
export const VERSION = '0.1.0';

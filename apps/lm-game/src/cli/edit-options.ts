import { text } from '@entente/run-console';

/** Options that put other words into the mouths of powers, in the first phase of a fork. */
export const editOptions = {
  editOrders: text('--edit-orders <file>', 'JSON: power to its orders of that phase, {"FRANCE": ["A PAR - BUR", ...]}'),
  editMessages: text(
    '--edit-messages <file>',
    'JSON: power to its messages, {"FRANCE": [{"round": 1, "recipient": "ENGLAND", "text": "..."}]}',
  ),
} as const;

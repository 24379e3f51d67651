import { sharedStart } from './shared-start.js';

/**
 * The canonical text of every order in what `describeLegalOrders` wrote, `A PAR - BUR` and so on, in the order in which they stand there;
 * none where it says that there are none. With it, whoever answers a prompt offline needs nothing but the prompt.
 */
export function expandLegalOrders(description: string): readonly string[] {
  const rulesEnd = description.indexOf('\n\n');
  return rulesEnd < 0
    ? []
    : description
        .slice(rulesEnd + 2)
        .split('\n')
        .flatMap(expandLine);
}

function expandLine(line: string): readonly string[] {
  const colon = line.indexOf(': ');
  if (colon < 0) return line.split('; ');
  const unit = line.slice(0, colon);
  return line
    .slice(colon + 2)
    .split('; ')
    .flatMap((group) => {
      const start = sharedStart(group);
      const items = group.slice(start.length).split(', ');
      return items.map((item) => `${unit} ${start}${item}`);
    });
}

import type { Location } from '@entente/diplomacy-rules';
import { standardMap } from '@entente/diplomacy-rules';
import { describe, expect, it } from 'vitest';
import { describeMap } from './describe-map.js';

const lines = describeMap(standardMap).split('\n');

describe('describeMap', () => {
  it('has a line for each province, with its name, terrain, role and ways', () => {
    expect(lines).toContain('BUD Budapest, inland, home centre of AUSTRIA. A: GAL RUM SER TRI VIE');
    expect(lines).toContain('SER Serbia, inland, centre. A: ALB BUD BUL GRE RUM TRI');
    expect(lines).toContain('AEG Aegean Sea, sea. F: BUL/SC CON EAS GRE ION SMY');
    expect(lines).toContain('BRE Brest, coast, home centre of FRANCE. A: GAS PAR PIC; F: ENG GAS MAO PIC');
    expect(lines.at(-1)).toBe('Nobody can enter Switzerland.');
  });

  it('tells the coasts of a province apart', () => {
    expect(lines).toContain('BUL Bulgaria, coast, centre. A: CON GRE RUM SER; F /EC: BLA CON RUM; F /SC: AEG CON GRE');
  });

  it('holds every province and every border of the map, in less than 9,000 characters', () => {
    const bordersOf = (text: string | undefined): readonly Location[] => text?.split(' ').sort() ?? [];
    for (const { id, name, coasts } of standardMap.provinces) {
      const line = lines.find((candidate) => candidate.startsWith(`${id} ${name}, `)) ?? '';
      const ways = new Map(
        line
          .slice(line.indexOf('. ') + 2)
          .split('; ')
          .map((way) => way.split(': ') as [string, string]),
      );
      expect(bordersOf(ways.get('A'))).toEqual([...(standardMap.armyBorders[id] ?? [])].sort());
      const ports = coasts?.map((coast) => [`F /${coast.id}`, `${id}/${coast.id}`] as const) ?? [['F', id] as const];
      for (const [title, port] of ports) {
        expect(bordersOf(ways.get(title))).toEqual([...(standardMap.fleetBorders[port] ?? [])].sort());
      }
    }
    expect(lines.join('\n').length).toBeLessThan(9000);
  });
});

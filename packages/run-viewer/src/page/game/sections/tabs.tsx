import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

/** A tab by its id and name. */
export interface Tab<Id extends string> {
  readonly id: Id;
  readonly name: string;
}

/** Tabs over one panel, moved through by the arrow keys. */
export function Tabs<Id extends string>({
  tabs,
  active,
  onSelect,
  children,
}: {
  readonly tabs: readonly Tab<Id>[];
  readonly active: Id;
  readonly onSelect: (id: Id) => void;
  readonly children: ComponentChildren;
}) {
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const at = tabs.findIndex(({ id }) => id === active);
    const steps: Readonly<Record<string, number>> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = tabs[(to + tabs.length) % tabs.length];
    if (next === undefined) return;
    onSelect(next.id);
    list.current?.querySelector<HTMLElement>(`#tab-${next.id}`)?.focus();
  };
  return (
    <div class="tabs">
      <div ref={list} role="tablist" aria-label="About this phase" onKeyDown={move}>
        {tabs.map(({ id, name }) => (
          <button
            key={id}
            id={`tab-${id}`}
            type="button"
            role="tab"
            aria-selected={id === active}
            aria-controls="tab-panel"
            tabIndex={id === active ? 0 : -1}
            onClick={() => onSelect(id)}
          >
            {name}
          </button>
        ))}
      </div>
      <div id="tab-panel" role="tabpanel" aria-labelledby={`tab-${active}`}>
        {children}
      </div>
    </div>
  );
}

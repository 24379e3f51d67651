import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

/** Something that is made only when it is unfolded. */
export function Fold({ name, children }: { readonly name: ComponentChildren; readonly children: () => ComponentChildren }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details class="fold" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{name}</summary>
      {isOpen && children()}
    </details>
  );
}

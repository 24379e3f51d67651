import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

/** Copies a text, and shows that it did. */
export function CopyButton({ text, children }: { readonly text: string; readonly children: ComponentChildren }) {
  const [isCopied, setIsCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setIsCopied(true);
    setTimeout(() => setIsCopied(false), 1500);
  };
  return (
    <button type="button" onClick={() => void copy()}>
      {isCopied ? 'Copied' : children}
    </button>
  );
}

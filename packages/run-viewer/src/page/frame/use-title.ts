import { useEffect } from 'preact/hooks';

/** Names the document by the place that is shown. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? 'Entente' : `${title} · Entente`;
  }, [title]);
}

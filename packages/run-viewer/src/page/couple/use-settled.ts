import { useEffect, useState } from 'preact/hooks';

/** A value once it has stayed the same for a while, so that what is costly to draw does not follow every step on the way. */
export function useSettled<Value>(value: Value, afterMs = 150): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    if (value === settled) return undefined;
    const timer = setTimeout(() => setSettled(() => value), afterMs);
    return () => clearTimeout(timer);
  }, [value, settled, afterMs]);
  return settled;
}

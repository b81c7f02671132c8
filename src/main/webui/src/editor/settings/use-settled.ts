import { useEffect, useState } from 'react';

/** The value once it has been left alone for a moment, so that typing does not ask the server at every key. */
export function useSettled<T>(value: T, millis = 200): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(() => value), millis);
    return () => clearTimeout(timer);
  }, [value, millis]);
  return settled;
}

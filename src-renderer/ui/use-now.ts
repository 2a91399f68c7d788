import { useEffect, useState } from 'react';

const everyMs = 30_000;

/** The time, renewed twice a minute: for “5 minutes ago”. */
export function useNow(): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, []);
  return nowMs;
}

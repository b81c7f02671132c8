import { useEffect } from 'react';
import { create } from 'zustand';
import { messageOf } from '../api/client';
import { IconButton } from './button';
import { Notice, type Tone } from './notice';

interface Said {
  id: number;
  tone: Tone;
  text: string;
}

const useToasts = create<{ said: Said[] }>(() => ({ said: [] }));
let last = 0;

/** Says something in the corner for a while; failures stay until they are closed. */
export function say(text: string, tone: Tone = 'good'): void {
  last += 1;
  useToasts.setState(({ said }) => ({ said: [...said.slice(-3), { id: last, tone, text }] }));
}

export function sayFailure(error: unknown): void {
  say(messageOf(error), 'bad');
}

function forget(id: number) {
  useToasts.setState(({ said }) => ({ said: said.filter((it) => it.id !== id) }));
}

function Toast({ it }: { it: Said }) {
  useEffect(() => {
    if (it.tone === 'bad') return;
    const timer = setTimeout(() => forget(it.id), 6000);
    return () => clearTimeout(timer);
  }, [it]);
  return (
    <Notice tone={it.tone} action={<IconButton small icon="xmark" label="Dismiss" onPress={() => forget(it.id)} />}>
      {it.text}
    </Notice>
  );
}

export function Toasts() {
  const said = useToasts((it) => it.said);
  return (
    <section className="toasts" aria-label="Messages" aria-live="polite">
      {said.map((it) => (
        <Toast key={it.id} it={it} />
      ))}
    </section>
  );
}

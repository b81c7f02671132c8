/** A sentence of Sluice, in which names stand between backticks. */
export function Words({ children }: { children: string }) {
  const parts = children.split('`');
  // An odd backtick at the end is one, and no name.
  if (parts.length % 2 === 0) return children;
  return parts.map((it, at) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence never move
    return at % 2 === 1 ? <code key={at}>{it}</code> : it;
  });
}

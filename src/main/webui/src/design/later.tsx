import { type ComponentType, useEffect, useState } from 'react';
import { Button } from './button';
import { Loading, Notice } from './notice';

/** A part of the pages whose program is loaded when it is first shown. */
export interface Part<Props> {
  load: () => Promise<{ default: ComponentType<Props> }>;
  known?: ComponentType<Props>;
}

/**
 * Shows a part as soon as it is there. React's own `lazy` leaves what stands in for it on the screen for 300 ms at least,
 * also where the part came at once.
 */
export function Later<Props extends object>({ part, props }: { part: Part<Props>; props: Props }) {
  const [Known, setKnown] = useState(() => part.known);
  const [missing, setMissing] = useState(false);

  useEffect(() => {
    if (Known || missing) return;
    let gone = false;
    part.load().then(
      (module) => {
        part.known = module.default;
        if (!gone) setKnown(() => module.default);
      },
      () => {
        if (!gone) setMissing(true);
      },
    );
    return () => {
      gone = true;
    };
  }, [part, Known, missing]);

  if (Known) return <Known {...props} />;
  if (!missing) return <Loading />;
  return (
    <Notice
      tone="bad"
      action={
        <Button small icon="rotate-right" onPress={() => setMissing(false)}>
          Try again
        </Button>
      }
    >
      This part of the page could not be loaded. If Sluice was replaced by another version meanwhile, load the page
      anew.
    </Notice>
  );
}

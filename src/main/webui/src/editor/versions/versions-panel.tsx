import './versions.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client';
import type { Json, Workflow } from '../../api/types';
import {
  ask,
  Badge,
  Button,
  Checkbox,
  Dialog,
  Failure,
  IconButton,
  Loading,
  say,
  sayFailure,
  Time,
} from '../../design';
import { read } from '../../graph/drawflow';
import { useDirty, useEditor, useEditorStore } from '../store';
import { Difference } from './difference';

interface Version {
  version: number;
  createdAt: string;
  graph?: Json;
}

export function useVersion(workflow: number, number: number | null) {
  return useQuery({
    queryKey: ['version', workflow, number],
    enabled: number !== null && number > 0,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () =>
      read(((await call<Version>('GET', `api/v1/workflows/${workflow}/versions/${number}`)).graph ?? {}) as Json),
  });
}

/** Every version that was saved: to look at, to compare, to bring back. */
export function VersionsPanel({ onClose }: { onClose: () => void }) {
  const store = useEditorStore();
  const head = useEditor((it) => it.head);
  const dirty = useDirty();
  const queries = useQueryClient();
  const [picked, setPicked] = useState<readonly number[]>([]);
  const [comparing, setComparing] = useState<readonly [number, number | 'drawing'] | null>(null);
  const versions = useQuery({
    queryKey: ['versions', head.id, head.version],
    queryFn: () => call<Version[]>('GET', `api/v1/workflows/${head.id}/versions`),
  });

  function pick(number: number, on: boolean) {
    setPicked(on ? [...picked.slice(-1), number] : picked.filter((it) => it !== number));
  }

  async function restore(number: number) {
    await ask({
      title: `Restore version ${number}?`,
      text: `It becomes version ${head.version + 1}; no version is lost.${dirty ? ' What was drawn since the last save is lost.' : ''}`,
      yes: 'Restore',
      act: async () => {
        const answer = await call<Workflow>('POST', `api/v1/workflows/${head.id}/versions/${number}/restore`);
        store.getState().load(answer);
        say(`Version ${number} is back, as version ${answer.version}.`);
        await queries.invalidateQueries({ queryKey: ['versions', head.id] });
      },
    });
  }

  async function toCanvas(number: number) {
    try {
      const { graph } = await call<Version>('GET', `api/v1/workflows/${head.id}/versions/${number}`);
      store
        .getState()
        .edit(`Take version ${number}`, (now) => ({ ...read((graph ?? {}) as Json), stored: now.stored }));
      say(`Version ${number} is on the canvas; it is not saved yet.`, 'info');
    } catch (error) {
      sayFailure(error);
    }
  }

  const [a, b] = [...picked].sort((x, y) => x - y);
  return (
    <section className="drawer" aria-label="Versions">
      <header>
        <h2>Versions</h2>
        <IconButton small icon="xmark" label="Close the versions" onPress={onClose} />
      </header>
      <div className="drawer-body stack">
        <p className="soft small">Tick one to compare it with the drawing, two to compare them with each other.</p>
        <div className="row">
          <Button
            small
            icon="code-compare"
            isDisabled={a === undefined}
            onPress={() => a !== undefined && setComparing([a, b ?? 'drawing'])}
          >
            {b === undefined ? 'Compare with the drawing' : `Compare ${a} with ${b}`}
          </Button>
        </div>
        {versions.isPending && <Loading />}
        {versions.error && <Failure error={versions.error} retry={versions.refetch} />}
        <ul className="version-list">
          {[...(versions.data ?? [])]
            .sort((x, y) => y.version - x.version)
            .map((it) => (
              <li key={it.version}>
                <Checkbox
                  label={`Compare version ${it.version}`}
                  value={picked.includes(it.version)}
                  onChange={(on) => pick(it.version, on)}
                />
                <span>
                  Version {it.version} {it.version === head.version && <Badge tone="good">current</Badge>}
                  <br />
                  <span className="soft small">
                    <Time at={it.createdAt} />
                  </span>
                </span>
                <span className="push" />
                <IconButton
                  small
                  icon="arrow-right-to-bracket"
                  label={`Put version ${it.version} on the canvas`}
                  onPress={() => toCanvas(it.version)}
                />
                {it.version !== head.version && (
                  <Button small icon="clock-rotate-left" onPress={() => restore(it.version)}>
                    Restore
                  </Button>
                )}
              </li>
            ))}
        </ul>
      </div>
      {comparing && <Comparison of={comparing} onClose={() => setComparing(null)} />}
    </section>
  );
}

function Comparison({ of: [a, b], onClose }: { of: readonly [number, number | 'drawing']; onClose: () => void }) {
  const id = useEditor((it) => it.head.id);
  const modules = useEditor((it) => it.modules);
  const drawing = useEditor((it) => it.history.graph);
  const before = useVersion(id, a);
  const later = useVersion(id, b === 'drawing' ? null : b);
  const after = b === 'drawing' ? drawing : later.data;
  const error = before.error ?? later.error;
  return (
    <Dialog
      open
      size="full"
      title={`Version ${a} and ${b === 'drawing' ? 'the drawing' : `version ${b}`}`}
      onClose={onClose}
    >
      {error && <Failure error={error} />}
      {before.data && after ? (
        <Difference
          before={before.data}
          after={after}
          modules={modules}
          names={[`Version ${a}`, b === 'drawing' ? 'Drawing' : `Version ${b}`]}
        />
      ) : (
        !error && <Loading />
      )}
    </Dialog>
  );
}

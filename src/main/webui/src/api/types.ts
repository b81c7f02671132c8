import type { components } from './schema';

type Schemas = components['schemas'];

/** The document does not say which keys an answer always has: all, but for those named here. */
type Complete<T, Missing extends keyof T = never> = Required<Omit<T, Missing>> & {
  [K in Missing]?: T[K] | null;
};

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export type Option = { value: Json; label: string };
export type Param = Omit<Complete<Schemas['Param']>, 'options' | 'standard' | 'displayOn'> & {
  options: Option[];
  standard: Json;
  displayOn: Record<string, string[]>;
};
export type Module = Omit<Complete<Schemas['Module']>, 'params'> & { params: Param[] };
export type Trigger = Complete<Schemas['Trigger'], 'workflowId' | 'counter' | 'updatedAt'>;
export type GraphProblem = Complete<Schemas['GraphProblem']>;
export type Workflow = Omit<Complete<Schemas['Workflow']>, 'problems' | 'graph'> & {
  graph?: Json;
  problems?: GraphProblem[] | null;
};
export type Blueprint = Omit<Complete<Schemas['Blueprint']>, 'mermaid' | 'data'> & { mermaid?: string; data?: Json };

/** What to say about a module in the workflow it is used in. */
export type Note = Complete<Schemas['Note']>;
export type Notifications = { error: Note[]; warning: Note[]; info: Note[] };

/** One operation of a JSON Patch (RFC 6902). */
export type Change = { op: string; path: string; value?: Json; from?: string };
export type VisitedNode = {
  nodeId: number | string;
  module: string;
  type: string;
  /** continued, failed, stopped, error, disabled, unknown; of logic the exit taken */
  result: string;
  errors: string[];
  durationMicros: number;
  changes?: Change[];
  changesCut?: boolean;
};
export type Effect = { kind: string; [more: string]: Json };
export type Run = {
  runId: string;
  parentId?: string;
  replayOf?: string;
  trigger: string;
  workflowId: number;
  workflowVersion: number;
  outcome: 'success' | 'blocked' | 'failure' | 'skipped';
  proceed: boolean;
  reasons: string[];
  stoppedBy?: { nodeId: number | string; module: string };
  nodes?: VisitedNode[];
  blockedPaths?: string[][];
  effects?: Effect[];
  dryRun?: boolean;
  eventUuid?: string;
  notRepeatable?: string;
  startedAt: string;
  durationMicros: number;
};
export type Task = Complete<Schemas['Task'], 'parentId' | 'lastError' | 'nextTry'>;
export type LogRow = Complete<Schemas['LogRow'], 'runId' | 'workflowId'>;
export type Session = { name: string; role: string; via: string; expiresAt?: string | null };

/** One page of a list. */
export type Page<T> = { items: T[]; page: number; size: number; total: number };

import green from '../../../../examples/tlp-red-stop/event-green.json';
import red from '../../../../examples/tlp-red-stop/event-red.json';
import redAttribute from '../../../../examples/tlp-red-stop/event-red-attribute.json';
import stop from '../../../../examples/tlp-red-stop/workflow.json';
import plain from '../../../../examples/tlp-white-to-zmq/event-plain.json';
import white from '../../../../examples/tlp-white-to-zmq/event-white-attribute.json';
import zmq from '../../../../examples/tlp-white-to-zmq/workflow.json';
import type { Json } from '../api/types';

export interface ExampleEvent {
  id: string;
  label: string;
  data: Json;
}

/** A workflow of the training slides with events that take either way through it. */
export interface Example {
  id: string;
  title: string;
  what: string;
  workflow: Json;
  /** modules it needs, as type and id */
  modules: ReadonlyArray<[type: string, id: string]>;
  events: readonly ExampleEvent[];
}

export const EXAMPLES: readonly Example[] = [
  {
    id: 'tlp-red-stop',
    title: 'Hold back tlp:red',
    what: 'An event that is tagged tlp:red, or has an attribute that is, is not published.',
    workflow: stop as Json,
    modules: [
      ['logic', 'tag-if'],
      ['action', 'stop-execution'],
    ],
    events: [
      { id: 'red', label: 'An event tagged tlp:red', data: red as Json },
      { id: 'red-attribute', label: 'An event with an attribute tagged tlp:red', data: redAttribute as Json },
      { id: 'green', label: 'An event tagged tlp:green', data: green as Json },
    ],
  },
  {
    id: 'tlp-white-to-zmq',
    title: 'Push tlp:white to ZMQ',
    what: 'An event with an attribute that is tagged tlp:white is pushed to ZMQ when it is published.',
    workflow: zmq as Json,
    modules: [
      ['logic', 'tag-if'],
      ['action', 'push-zmq'],
    ],
    events: [
      { id: 'white', label: 'An event with an attribute tagged tlp:white', data: white as Json },
      { id: 'plain', label: 'An event without tags', data: plain as Json },
    ],
  },
];

export const EVENTS: readonly ExampleEvent[] = EXAMPLES.flatMap((it) => it.events);

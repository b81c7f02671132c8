import { call } from '../api/client';
import type { Trigger, Workflow } from '../api/types';

/** The id of a trigger's workflow; where there is none yet, one that holds nothing but the trigger is made first. */
export async function workflowOf(trigger: Trigger): Promise<number> {
  if (trigger.workflowId) return trigger.workflowId;
  const graph = {
    '1': {
      id: 1,
      name: trigger.name,
      class: 'block-type-trigger',
      typenode: false,
      pos_x: 0,
      pos_y: 0,
      data: { id: trigger.id, name: trigger.name, module_type: 'trigger', indexed_params: [], saved_filters: [] },
      inputs: [],
      outputs: { output_1: { connections: [] } },
    },
  };
  const made = await call<Workflow>('POST', 'api/v1/workflows', {
    name: `Workflow for trigger ${trigger.id}`,
    trigger: trigger.id,
    graph,
  });
  return made.id;
}

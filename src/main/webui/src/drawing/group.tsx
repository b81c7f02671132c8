import type { Node as FlowNode, NodeProps } from '@xyflow/react';
import { memo } from 'react';

export type GroupData = { text: string; onRename?: () => void };
export type GroupNode = FlowNode<GroupData, 'group-frame'>;

/** A frame around some nodes; it is only seen, never walked. */
export const GroupBox = memo(function GroupBox({ data, selected }: NodeProps<GroupNode>) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the same can be done from the menu of frames
    <div className={`group-box ${selected ? 'selected' : ''}`} onDoubleClick={data.onRename}>
      <span>{data.text}</span>
    </div>
  );
});

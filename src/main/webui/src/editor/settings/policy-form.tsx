import { Choose, TextInput } from '../../design';
import type { Policy } from '../../graph/model';

const ON_ERROR = [
  { value: 'misp', label: 'As MISP: a blocking module ends the walk' },
  { value: 'continue', label: 'Go on with the next node' },
  { value: 'stop', label: 'End the walk' },
  { value: 'exit', label: 'Follow the error output' },
];

/** What happens when the module is slow or breaks. MISP keeps and ignores it. */
export function PolicyForm({ policy, onChange }: { policy: Policy; onChange: (policy: Policy) => void }) {
  return (
    <div className="stack">
      <Choose
        label="When it breaks"
        value={policy.onError || 'misp'}
        options={ON_ERROR}
        onChange={(it) => onChange({ ...policy, onError: it === 'misp' ? '' : (it as Policy['onError']) })}
      />
      <TextInput
        label="Longest time of one attempt"
        placeholder="such as 5s; empty: the trigger's deadline"
        value={policy.timeout}
        onChange={(timeout) => onChange({ ...policy, timeout })}
      />
      <TextInput
        label="Attempts after the first"
        type="number"
        value={String(policy.retries)}
        onChange={(text) => onChange({ ...policy, retries: Math.min(10, Math.max(0, Number.parseInt(text, 10) || 0)) })}
        hint="0 to 10; what said no is not asked again"
      />
      {policy.retries > 0 && (
        <TextInput
          label="Pause before the second attempt"
          placeholder="1s"
          value={policy.pause}
          onChange={(pause) => onChange({ ...policy, pause })}
          hint="twice as long before each further one"
        />
      )}
    </div>
  );
}

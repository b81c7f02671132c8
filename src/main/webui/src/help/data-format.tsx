import { Code } from '../design';
import { SAMPLE } from '../editor/settings/hashpath/sample';

export function DataFormat() {
  return (
    <div className="prose">
      <h2>MISP core format</h2>
      <p>
        Triggers marked so bring what the platform sends into this shape before the first node sees it, whatever it was
        about: an event, an attribute, an object, a sighting.
      </p>
      <ul>
        <li>
          Everything is under <code>Event</code>.
        </li>
        <li>
          <code>Event._AttributeFlattened</code> holds all attributes in one list, those of objects too. It is the same
          attributes: a change of one is seen from every side.
        </li>
        <li>
          Each attribute has <code>_allTags</code>: its own tags, and those of the event, with <code>inherited</code>{' '}
          set on the latter.
        </li>
        <li>
          Enrichments are attached as <code>enrichment</code>, hits of warning lists as <code>warnings</code>,
          correlating feeds as <code>Feed</code>.
        </li>
      </ul>
      <h3>A sample</h3>
      <Code label="Sample event" language="json" readOnly value={JSON.stringify(SAMPLE, null, 2)} maxHeight="460px" />
    </div>
  );
}

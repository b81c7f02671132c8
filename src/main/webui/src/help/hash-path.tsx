import { TryPath } from './try-path';

export function HashPathHelp() {
  return (
    <div className="prose">
      <h2>Paths into the data</h2>
      <p>
        A hash path says which part of the data is meant. It is read from left to right, with a dot between keys. What
        it selects is always a list, which may be empty.
      </p>
      <table className="table" aria-label="Parts of a path">
        <thead>
          <tr>
            <th scope="col">Part</th>
            <th scope="col">Means</th>
          </tr>
        </thead>
        <tbody>
          {[
            ['key', 'this key of a map, or this number in a list'],
            ['{n}', 'every item of a list'],
            ['{s}', 'every key that is text'],
            ['{*}', 'everything'],
            ['[key]', 'only items that have the key'],
            ['[key=value]', 'only items where it has this value; also !=, <, >, <=, >='],
            ['[key=/expression/]', 'only items where it matches the regular expression'],
          ].map(([part, means]) => (
            <tr key={part}>
              <td>
                <code>{part}</code>
              </td>
              <td>{means}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <TryPath />
      <h2>To know</h2>
      <ul>
        <li>Values are compared loosely, as MISP does: 5 equals “5”, and 1e1 equals 10.</li>
        <li>There are no quotes: they would be part of the value.</li>
        <li>Conditions filter maps and lists; they go behind the part whose items they look at.</li>
      </ul>
    </div>
  );
}

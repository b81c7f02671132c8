import { Link } from 'wouter';

export function Blueprints() {
  return (
    <div className="prose">
      <h2>Blueprints</h2>
      <p>
        A blueprint is some nodes with their settings and the wires among them, kept to be used again. Inserting one
        puts a copy on the canvas, in a frame of its name; later changes of the blueprint do not reach it.
      </p>
      <ol>
        <li>Select nodes in the editor: hold Shift and drag a rectangle around them.</li>
        <li>Press B, or “Save as blueprint”. Triggers are left out when it is inserted.</li>
        <li>Insert it from the tab Blueprints beside the canvas: drag it to a place, or press its plus.</li>
      </ol>
      <p>
        MISP’s own blueprints can be imported on the page of <Link href="/blueprints">blueprints</Link>, and those saved
        here exported for MISP. “Update from the library” reads the library’s files anew, and leaves what you changed
        alone.
      </p>
    </div>
  );
}

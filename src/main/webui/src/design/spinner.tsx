export function Spinner() {
  return <i className="fas fa-spinner fa-spin" aria-hidden="true" />;
}

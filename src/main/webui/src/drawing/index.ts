export { type Result, toneOf } from './block';
export { Drawing, EDGE_TYPES, NODE_TYPES } from './drawing';
export { exitLabel, shownParams, worded } from './summary';

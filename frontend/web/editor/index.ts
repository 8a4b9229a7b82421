// The writing surface. A page loads it only when somebody writes.

export { mount } from "./mount";
export { SCHEMA } from "./schema";
export { forget, forgetAll } from "./sync/store";
export type * from "./types";
export { WORDS } from "./words";

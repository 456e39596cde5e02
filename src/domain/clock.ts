/** Milliseconds since 1970-01-01T00:00Z. The only source of the present. */
export interface Clock {
  now(): number;
}

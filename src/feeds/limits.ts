export const MIB = 1024 * 1024;

/** Bytes of a document. Feeds of newspapers with the whole text of fifty articles have under one million. */
export const MAX_BYTES = 5 * MIB;

/** Items that are read of a feed. */
export const MAX_ITEMS = 500;

/** Levels of elements in XML. Feeds with pictures in groups have nine. */
export const MAX_DEPTH = 64;

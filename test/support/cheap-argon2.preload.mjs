import argon2 from 'argon2';

const { hash } = argon2;

// By default import alone, which is how it is imported wherever hashes are made.
/** @type {typeof hash} */
argon2.hash = (secret, options) =>
  hash(secret, { ...options, memoryCost: 1024, timeCost: 2, parallelism: 1 });

import argon2 from 'argon2';

const { hash } = argon2;

// By default import alone, which is how it is imported wherever hashes are made.
Object.assign(argon2, {
  /**
   * @param {string | Buffer} secret
   * @param {import('argon2').HashOptions} [options]
   */
  hash: (secret, options) => hash(secret, { ...options, memoryCost: 1024, timeCost: 2, parallelism: 1 }),
});

#!/usr/bin/env node
// Lies in the repository and not in dist, so that npm has something to link before anything is built.
import '../dist/command-line/main.js';

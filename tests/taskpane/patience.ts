import { configure } from '@testing-library/react';

/** A pane under test may take long on a busy machine: waiting ends as soon as what is awaited is there. */
const PATIENCE_MS = 20_000;

configure({ asyncUtilTimeout: PATIENCE_MS });

// @vitest-environment happy-dom
import './in-a-document.ts';

// @vitest-environment jsdom
import './in-a-document.ts';

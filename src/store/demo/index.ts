export { type DatabaseOwner, type DemoMark, demoMarkOn } from './demo-mark.ts';

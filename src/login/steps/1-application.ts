// Who asks, and what does it require? Answered by the protocol before the attempt exists; what remains here are the two
// ends that lead back to the application without a login.
import { firstQuestion } from '../first-question.ts';
import { go, step } from '../step.ts';

export const application = step({
  name: 'application',
  asks: 'who asks, and what does it require?',
  states: ['stopped', 'abandoned'],
  needs: { page: [], answer: [] },
  async page({ state }) {
    if (state.kind === 'stopped') return { kind: 'stopped', problem: state.problem };
    return {
      kind: 'finished',
      outcome: { kind: 'denied', error: 'access_denied', description: 'The person stopped the login.' },
    };
  },
  async answer(context, answer) {
    if (context.state.kind !== 'stopped') return { kind: 'stay' };
    const again = answer.kind === 'continue' || answer.kind === 'go-back' || answer.kind === 'not-me';
    return again ? go(firstQuestion(context)) : { kind: 'stay' };
  },
});

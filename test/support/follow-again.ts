/** An answer that leads to a form that is shown again, with the text of that page; any other as it is. */
export async function followAgain(
  answer: Response,
  get: (path: string) => Response | Promise<Response>,
): Promise<Response> {
  const location = answer.headers.get('location');
  if (location === null || !/[?&]again=/.test(location)) return answer;
  const page = await get(location);
  return new Response(await page.text(), { status: answer.status, headers: answer.headers });
}

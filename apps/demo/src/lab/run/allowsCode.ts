/**
 * Whether code may be made from text where this runs. The policy that this file was served with says it; trying would be reported
 * as a violation.
 */
export async function allowsCode(): Promise<boolean> {
  if (typeof location === 'undefined') return true;
  const policy = (await fetch(location.href)).headers.get('content-security-policy') ?? '';
  return !/(script|default)-src/.test(policy) || /script-src[^;]*'unsafe-eval'/.test(policy);
}

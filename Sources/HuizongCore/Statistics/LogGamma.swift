import Glibc

/// The logarithm of the gamma function.
///
/// The variant that keeps its sign to itself: the plain one writes a global, from every thread.
func logGamma(_ x: Double) -> Double {
  var sign: Int32 = 0
  return lgamma_r(x, &sign)
}

/// The logarithm of the number of ways to choose `k` of `n`.
func logChoose(_ n: Double, _ k: Double) -> Double {
  logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1)
}

/// The logarithm of the beta function.
func logBeta(_ a: Double, _ b: Double) -> Double {
  logGamma(a) + logGamma(b) - logGamma(a + b)
}

/** As `openssl pkcs12 -export -legacy` wrote it, RC2 and 3DES, under the password `old`: workerd has no OpenSSL. */
export const LEGACY_PKCS12 = Uint8Array.from(
  Buffer.from(
    [
      'MIIDcgIBAzCCAzgGCSqGSIb3DQEHAaCCAykEggMlMIIDITCCAhcGCSqGSIb3DQEHBqCCAggwggIEAgEAMIIB/QYJKoZIhvcNAQcB',
      'MBwGCiqGSIb3DQEMAQYwDgQIpJuq5LKp82kCAggAgIIB0Kg5B/m0TKzgY6Dg2wZdPRAjEPNrOPaQQHt2HcnC4AqtNky0FRBSeRdm',
      'eBGSLBzdX2h0mwhPTKRE0sqh81nrzVnNeCQ6BvpiaSCglVCBHzBIXgWMx048IRsA7sa/W/hgHWMNwvWar9Pwd45Tz8W4MfC/r1xQ',
      'GljQ+TrwB1J60QCuqKjxG5CSOyJQ9n0tfgSU1BWuEBW7Srvx9/Mr0jtKAVfMF5nb4H5C8MxVihqHjHluoXNV3BKp96dhhFFPiuUC',
      'vkMYiO53MJ81fYmyKfHkc286B15SbijlGZhEQhzRuYGIQVVnKr27z/XZpyKjn6rzdW2amd4KhaQvvs31MAHfg7e9OnspaALeUp1s',
      '+frbRgQHfPjOa3Z9XygfEVZPIrpRL456Fx3Nd0n2qe7Pk/g+FLfhKzkx1ys4SRfMzHPHAt75/4I/Vg0WsLH9QRWQc8o12SDv914e',
      'G27bKALqCQdfVpzNsKqCaoMbyWjr2dGBWUEq/lPdGrbM8nhYmAMFnKx0HB6AL+w+TatJ17o+6xcf8luIzGdn2xH7hO+ZrPF/Oeoq',
      'ejV0A7JTog9tUNQxCBqJrryhmpmCfuauO+4VvmvRyiRM5ACcPmZGXfcpxtgV0Zc5MIIBAgYJKoZIhvcNAQcBoIH0BIHxMIHuMIHr',
      'BgsqhkiG9w0BDAoBAqCBtDCBsTAcBgoqhkiG9w0BDAEDMA4ECNfPgK50UCyxAgIIAASBkHOYVT+SMo89rJgv0a4L8uZSqRtJWp9B',
      'Ekmbm4laBwxm5luz81axGGSh3ZP5to/jGIGg7hhVbuZo0cJuDOJSgvYr7rLOxwjF0QpOhLVtaUiyp4kIhGvL6CgA2iTO7o6Wionc',
      'U9BSDq157o+BCLlC+uO/5ZZR8uy8VWJYglGwNBTYNkO1LrHVQcG37CusAe0/KDElMCMGCSqGSIb3DQEJFTEWBBRYNKSLE2j+R5y2',
      '07NCgOznlloJwzAxMCEwCQYFKw4DAhoFAAQURXIidcsy0sqMgKG18z3429mvxK0ECB+hXzp8VFhiAgIIAA==',
    ].join(''),
    'base64',
  ),
)

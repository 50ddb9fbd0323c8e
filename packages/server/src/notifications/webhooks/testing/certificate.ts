/** The name that the certificate is for. It exists in tests alone. */
export const RECEIVER = 'hooks.example.com';

/** Signed by itself, until 2120. Whoever trusts it trusts a key that anybody can read: for tests, and for nothing else. */
export const certificate = `-----BEGIN CERTIFICATE-----
MIIBeTCCAR+gAwIBAgIBATAKBggqhkjOPQQDAjAcMRowGAYDVQQDDBFob29rcy5l
eGFtcGxlLmNvbTAgFw0yMDAxMDEwMDAwMDBaGA8yMTIwMDEwMTAwMDAwMFowHDEa
MBgGA1UEAwwRaG9va3MuZXhhbXBsZS5jb20wWTATBgcqhkjOPQIBBggqhkjOPQMB
BwNCAARsvYwiC1ktHeEUVcyUhzd7BfsYXzD3IRxzALajzeT7sDsOiPFpFfrrMS6i
vRQdaLwh69W99Vm07WJ0SyRqe9cvo1AwTjAcBgNVHREEFTATghFob29rcy5leGFt
cGxlLmNvbTAPBgNVHRMBAf8EBTADAQH/MB0GA1UdDgQWBBTDtcyW2pxuYErqDMGJ
5UWLNu8bozAKBggqhkjOPQQDAgNIADBFAiAEqRtSxiOgYxBuR0K24hkcKlcJ3So2
cva0R+WjsjBnegIhAKxflGOdLFAAEySlE9kHFAz4/i2/V32TStFU1XHkqhqB
-----END CERTIFICATE-----
`;

export const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgGx8a92bHl9XRFr20
SJiQBMiBgL8fY+WCN3UuU/aIAH+hRANCAARsvYwiC1ktHeEUVcyUhzd7BfsYXzD3
IRxzALajzeT7sDsOiPFpFfrrMS6ivRQdaLwh69W99Vm07WJ0SyRqe9cv
-----END PRIVATE KEY-----
`;

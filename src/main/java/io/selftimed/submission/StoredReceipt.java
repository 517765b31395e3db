package io.selftimed.submission;

/**
 * What is stored of a receipt's token.
 *
 * @param hash its keyed hash, by which it is found
 * @param sealed the token encrypted and bound to the hash, for links that we send
 */
record StoredReceipt(String hash, String sealed) {

}

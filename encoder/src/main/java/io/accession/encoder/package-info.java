/** Text encoders that run in this process: ONNX Runtime, and tokenizers of our own. */
@NullMarked
package io.accession.encoder;

import org.jspecify.annotations.NullMarked;

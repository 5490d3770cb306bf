package io.sextant.job.chunk;

import io.sextant.profile.prediction.PredictionScores;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Reads and writes the file of the scores for predictive_mlm. It is compressed with gzip, whose
 * checksum detects damage.
 */
final class PredictionFile {
  private static final int MAGIC = 0x53585001;

  private PredictionFile() {}

  static void write(OutputStream out, List<PredictionScores> predictions) throws IOException {
    try (DataOutputStream data = new DataOutputStream(new GZIPOutputStream(out))) {
      data.writeInt(MAGIC);
      data.writeInt(predictions.size());
      for (PredictionScores scores : predictions) {
        scores.write(data);
      }
    }
  }

  static List<PredictionScores> read(InputStream in) throws IOException {
    try (DataInputStream data = new DataInputStream(new GZIPInputStream(in))) {
      if (data.readInt() != MAGIC) {
        throw new IOException("not a file of this version");
      }
      List<PredictionScores> predictions = new ArrayList<>();
      for (int left = data.readInt(); left > 0; left--) {
        predictions.add(PredictionScores.read(data));
      }
      if (data.read() != -1) {
        throw new IOException("the file continues after its last score");
      }
      return predictions;
    }
  }
}

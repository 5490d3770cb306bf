package io.sextant.bert.tensorflow;

import io.sextant.bert.BertConfig;
import io.sextant.bert.BertModel;
import io.sextant.bert.BertWeights;
import io.sextant.bert.Dense;
import io.sextant.bert.EmbeddingShape;
import io.sextant.bert.EncoderLayer;
import io.sextant.bert.EncoderShape;
import io.sextant.bert.FeedForward;
import io.sextant.bert.Fingerprint;
import io.sextant.bert.LayerNorm;
import io.sextant.bert.MaskToken;
import io.sextant.bert.MaskedLmHead;
import io.sextant.bert.Tensor;
import io.sextant.bert.Vocabulary;
import io.sextant.fault.BadInputException;
import java.util.List;
import java.util.stream.IntStream;

/** Reads BERT's variables from a tensor bundle, by the names that Google's code gives them. */
public final class BertTensors {

  /** The width of a head in every BERT that Google published. */
  private static final int HEAD_SIZE = 64;

  private static final String WORDS = "bert/embeddings/word_embeddings";
  private static final String MASKED_LM = "cls/predictions/";

  private final TensorBundle bundle;
  private final String root;
  private final String prefix;

  private BertTensors(TensorBundle bundle, String root, String prefix) {
    this.bundle = bundle;
    this.root = root;
    this.prefix = prefix;
  }

  /** Finds the encoder of a bundle. An export may have added a prefix before {@code bert/}. */
  static BertTensors of(TensorBundle bundle) {
    List<String> words =
        bundle.names().stream()
            .filter(name -> name.equals(WORDS) || name.endsWith("/" + WORDS))
            .toList();
    if (words.size() != 1) {
      throw new BadInputException(
          bundle.where() + " needs exactly one tensor [prefix/]" + WORDS + ", found " + words);
    }
    String name = words.get(0);
    String root = name.substring(0, name.length() - WORDS.length());
    return new BertTensors(bundle, root, root + "bert/");
  }

  /**
   * Infers the configuration from the shapes of the tensors. They do not depend on the number of
   * heads, which is taken to be hidden / 64.
   */
  BertConfig infer(boolean lowerCase) {
    int hidden = dimension("embeddings/word_embeddings", 1);
    if (hidden % HEAD_SIZE != 0) {
      throw new BadInputException(
          bundle.where()
              + ": hidden size "
              + hidden
              + " is not a multiple of "
              + HEAD_SIZE
              + ", so the number of heads is unknown; give the model in Google's layout, whose"
              + " bert_config.json has num_attention_heads");
    }
    return new BertConfig(
        new EncoderShape(
            layers(),
            hidden / HEAD_SIZE,
            hidden,
            dimension("encoder/layer_0/intermediate/dense/kernel", 1)),
        new EmbeddingShape(
            dimension("embeddings/word_embeddings", 0),
            dimension("embeddings/position_embeddings", 0),
            dimension("embeddings/token_type_embeddings", 0)),
        lowerCase);
  }

  /** Reads the model of these tensors and checks them against the configuration. */
  BertModel model(String name, BertConfig config, Vocabulary vocabulary) {
    BertWeights weights = read(config);
    return new BertModel(
        name,
        config,
        vocabulary,
        weights,
        readMaskedLm(config, MaskToken.id(vocabulary)),
        Fingerprint.of(config, vocabulary, weights));
  }

  private BertWeights read(BertConfig config) {
    if (layers() != config.layers()) {
      throw new BadInputException(
          bundle.where() + " has " + layers() + " layers, expected " + config.layers());
    }
    if (config.tokenTypes() < 2) {
      throw new BadInputException(
          bundle.where()
              + " has 1 token type, expected 2: it cannot distinguish sentence A from B");
    }
    int hidden = config.hidden();
    return new BertWeights(
        tensor("embeddings/word_embeddings", config.vocabularySize(), hidden),
        tensor("embeddings/position_embeddings", config.positions(), hidden),
        tensor("embeddings/token_type_embeddings", config.tokenTypes(), hidden),
        norm("embeddings/LayerNorm", hidden),
        IntStream.range(0, config.layers()).mapToObj(layer -> layer(layer, config)).toList());
  }

  /**
   * Reads and checks the masked-LM head; returns null if the bundle has no tensor of it.
   *
   * @param mask the id of the mask token; negative if there is none
   */
  private MaskedLmHead readMaskedLm(BertConfig config, int mask) {
    if (bundle.names().stream().noneMatch(name -> name.startsWith(root + MASKED_LM))) {
      return null;
    }
    int hidden = config.hidden();
    BertTensors head = new BertTensors(bundle, root, root + MASKED_LM);
    return new MaskedLmHead(
        head.dense("transform/dense", hidden, hidden),
        config.activation(),
        head.norm("transform/LayerNorm", hidden),
        null,
        head.tensor("output_bias", config.vocabularySize()),
        mask);
  }

  private EncoderLayer layer(int layer, BertConfig config) {
    String name = "encoder/layer_" + layer + "/";
    int hidden = config.hidden();
    int wide = config.intermediate();
    return new EncoderLayer(
        dense(name + "attention/self/query", hidden, hidden),
        dense(name + "attention/self/key", hidden, hidden),
        dense(name + "attention/self/value", hidden, hidden),
        dense(name + "attention/output/dense", hidden, hidden),
        norm(name + "attention/output/LayerNorm", hidden),
        new FeedForward(
            dense(name + "intermediate/dense", hidden, wide),
            dense(name + "output/dense", wide, hidden)),
        norm(name + "output/LayerNorm", hidden));
  }

  private Dense dense(String name, int in, int out) {
    return new Dense(tensor(name + "/kernel", in, out), tensor(name + "/bias", out));
  }

  private LayerNorm norm(String name, int size) {
    return new LayerNorm(tensor(name + "/gamma", size), tensor(name + "/beta", size));
  }

  private Tensor tensor(String name, Integer... shape) {
    return bundle.tensor(prefix + name, List.of(shape));
  }

  private int layers() {
    int layers = 0;
    while (bundle.names().contains(prefix + kernelOf(layers))) {
      layers++;
    }
    return layers;
  }

  private static String kernelOf(int layer) {
    return "encoder/layer_" + layer + "/attention/self/query/kernel";
  }

  private int dimension(String name, int axis) {
    List<Integer> shape = bundle.shape(prefix + name);
    if (shape.size() != 2 || shape.get(axis) < 1) {
      throw new BadInputException(
          bundle.where()
              + ": tensor "
              + prefix
              + name
              + " has shape "
              + shape
              + ", expected two positive dimensions");
    }
    return shape.get(axis);
  }
}

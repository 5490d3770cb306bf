package io.sextant.attention.onednn;

import io.sextant.attention.BackendContract;

class OnednnBackendTest extends BackendContract {

  OnednnBackendTest() {
    super("onednn");
  }
}

package dev.sayonce.product;

import com.microsoft.playwright.Browser;

/** What a page is looked at on. */
enum Screen {
  DESKTOP {
    @Override
    Browser.NewContextOptions options() {
      return new Browser.NewContextOptions().setViewportSize(1280, 800);
    }
  },
  /** Held upright, used with a finger. */
  PHONE {
    @Override
    Browser.NewContextOptions options() {
      return new Browser.NewContextOptions()
          .setViewportSize(390, 844)
          .setDeviceScaleFactor(3)
          .setIsMobile(true)
          .setHasTouch(true)
          .setUserAgent(
              "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko)"
                  + " Chrome/140.0.0.0 Mobile Safari/537.36");
    }
  };

  abstract Browser.NewContextOptions options();
}
